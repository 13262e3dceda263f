"""Why a file cannot be read (GK001), and what to do about it.  No full stop at the end."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "reading.over-file": "文件有 {found} MB，超过 {limit} MB 的限度，不像是一份年度报告；"
    "确需检查，请加选项 --limit file={found}",
    "reading.over-text": "文字内容有 {found} MB，超过 {limit} MB 的限度，不像是一份年度报告；"
    "确需检查，请加选项 --limit text={found}",
    "reading.over-entries": "文件里装有 {found} 个文件，超过 {limit} 个的限度，"
    "不像是一份年度报告；确需检查，请加选项 --limit entries={found}",
    "reading.over-pages": "共 {found} 页，超过 {limit} 页的限度，不像是一份年度报告；确需检查，"
    "请加选项 --limit pages={found}",
    "reading.over-pieces": "文字的行、段和表格的单元超过 {limit} 个，不像是一份年度报告；"
    "确需检查，请用选项 --limit pieces=N 放宽",
    "reading.over-tables": "表格超过 {limit} 个，不像是一份年度报告；确需检查，请用选项 --limit "
    "tables=N 放宽",
    "reading.over-depth": "内容一层套一层，超过 {limit} 层，文件可能已损坏；请在 Word 或 WPS "
    "中打开，另存为新的 .docx 文件再检查",
    "reading.over-seconds": "读取超过 {limit} 秒仍未完成；请在 Word 或 WPS 中打开，另存为 .docx "
    "再检查，或用选项 --limit seconds=N 放宽",
    "reading.changed": "读取时文件正在被改写；请保存并关闭文件，再检查一次",
    "reading.empty": "文件是空的，一个字节也没有；可能没有保存成功或没有下载完整，请重新保存或下载",
    "reading.lock-file": "这是 Word 或 WPS 打开文件时留下的临时文件，不是报告；"
    "请检查同名的正式文件",
    "reading.not-a-file": "这是管道或设备，不是文件；请先保存为文件再检查",
    "reading.folder": "这是文件夹，打不开，里面的文件都没有检查；请看有没有打开它的权限，"
    "或者把文件复制到自己的文件夹再检查",
    "reading.no-permission": "没有读取的权限，或者文件正被别的程序占用；请先关闭打开它的程序，"
    "仍不能读取时，把文件复制到自己的文件夹再检查",
    "reading.encrypted": "文件设有密码，无法读取；请用密码打开，取消密码并保存，再检查",
    "reading.damaged": "文件已损坏或没有下载完整，不是完整的 {kind} 文件；请重新下载，"
    "或者打开原稿重新保存",
    "reading.misnamed": "文件名是 {suffix}，内容却是 {kind} 文件；请确认没有选错文件，"
    "压缩包请先解压",
    "reading.over-scans": "有 {found} 页图片要识别，超过 {limit} 页的限度，不像是一份年度报告；"
    "请看是否选错了文件，确需检查，请用选项 --limit scans={found}",
    "reading.over-pixels": "图片有 {found} 百万像素，超过 {limit} 百万像素的限度；"
    "请用 200 至 300 dpi 重新扫描，确需检查，请用选项 --limit pixels={found}",
    "reading.scanned-not-installed": "这是扫描件，页面是图片；要检查，请安装识别用的程序包："
    "{command}（或者提供由 Word 或 WPS 直接导出的 PDF、OFD，或 .docx 文件）",
    "reading.scan-unclear": "图片里认不出成行的印刷文字；请看是否选错了文件，"
    "或者把纸放平、放正，用 200 dpi 以上重新扫描；拍照的，请正对着纸重拍",
    "reading.scanned": "这是扫描件，页面是图片，没有可读的文字，无法检查；请提供文字版（由 Word "
    "或 WPS 直接导出的 PDF、OFD，或 .docx 文件）",
    "reading.unnamed-glyphs": "文件里的字体没有说明每个字形是什么字：看得见，却读不出来，"
    "无法检查；请提供 Word 原稿（.docx），或由 Word、WPS 重新导出",
    "reading.outlines": "页面上的字是画成的图形，不是文字：看得见，却读不出来，无法检查；请提供 "
    "Word 原稿（.docx），或由 Word、WPS 直接导出的 PDF、OFD",
    "reading.blank": "页面上没有文字，无法检查；请看是否选错了文件，或打开原稿重新导出",
    "reading.entities": "文件中含有 Word 不会写入的定义（XML 实体），可能有害，不予读取；"
    "如果来源可靠，请在 Word 或 WPS 中打开，另存为新的 .docx 文件",
    "reading.needs-conversion": "这是 {kind}（{suffix}）文件，不能直接检查；请在 Word 或 WPS "
    "中打开，选“文件—另存为”，类型选“Word 文档（*.docx）”，再检查新文件（装有 LibreOffice "
    "的电脑可以直接检查）",
    "reading.conversion-failed": "这是 {kind}（{suffix}）文件，LibreOffice 转换没有成功，"
    "文件可能已损坏；请在 Word 或 WPS 中打开，选“文件—另存为”，类型选“Word 文档（*.docx）”，"
    "再检查新文件",
    "reading.embedded": "文件里嵌着另一个文件（{suffix}），内容读不出来；请在 Word 或 WPS 中打开，"
    "选“文件—另存为”，另存为新的 .docx 文件再检查",
    "reading.unreadable": "打不开文件（系统提示：{error}）；请看文件是否还在，用别的程序能否打开",
    "reading.undecodable": "第 {line} 行的文字编码已损坏，读不出来；请在 Word 或 WPS 中打开原稿，"
    "另存为“UTF-8”编码的纯文本",
    "reading.binary": "这不是文本文件，内容已损坏或类型不对；请用原来的软件打开，另存为 .docx "
    "再检查",
    "reading.unknown-type": "不支持“{suffix}”文件；可以检查 Word（.docx）、网页（.html）、PDF、"
    "OFD 和文本（.txt、.md）文件，压缩包请先解压",
    "reading.died": "检查它的程序一再被系统中止（多半是内存不够），没有查完；请关掉别的程序，"
    "单独检查这个文件",
    "reading.too-slow": "检查了 5 分钟还没有完，已放弃；请单独检查这个文件，仍然如此请告诉我们",
    "reading.no-such-office": "环境变量 {variable} 写的 {path} 不是一个程序的完整路径；请改成 "
    "soffice 的完整路径，或去掉这个变量",
}
