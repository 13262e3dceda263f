"""What `gklint anonymise` says of its work, and why it refuses."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "anonymise.written": "{output}：文字已换成编造的，检查结果与原文件相同（{count} 条）；"
    "表格和正文中的数字没有换。",
    "anonymise.removed": "已去掉：{what}。",
    "anonymise.removed-properties": "文档属性",
    "anonymise.removed-comments": "批注",
    "anonymise.removed-pictures": "图片 {count} 个",
    "anonymise.removed-objects": "嵌入的对象 {count} 个",
    "anonymise.removed-data": "自定义数据",
    "anonymise.kept": "发出之前请看一看：这些地方还有原来的字，换了检查结果就不同：",
    "anonymise.kind": "只能处理文本、Markdown、网页和 .docx 文件，请先另存为 .docx：{path}",
    "anonymise.coding": "文件的编码写不出换上的字，请先另存为 UTF-8：{path}",
    "anonymise.impossible": "不保留原来的名称，检查结果就不同，所以没有写出：{path}",
    "anonymise.differs": "换过文字的文件里检查结果不同（可能嵌有别的文件），所以没有写出：{path}",
    "anonymise.folder": "这是文件夹，不是文件：{path}",
    "anonymise.nothing": "找不到文件：{path}",
    "anonymise.same": "输出不能就是原文件，请另取文件名：-o {stem}-匿名{suffix}",
    "anonymise.suffix": "输出与原文件是同一类，文件名应以 {suffix} 结尾：-o {stem}{suffix}",
}
