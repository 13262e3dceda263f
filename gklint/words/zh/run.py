"""What commands say of their work: files left out, mended, accepted, annotated."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "run.excluded": "gklint：按配置排除了 {count} 个文件，没有检查。",
    "run.tracked": "gklint：.gitignore 略去了 git 已经跟踪的 {count} 份报告，没有检查：{examples}；"
    "要检查，请写明文件名，或者设 respect-gitignore = false。",
    "run.page": "第 {page} 页",
    "run.page-of": "第 {page} 页，共 {pages} 页",
    "run.cache-cleared": "已清空缓存 {path}，腾出 {size} MB。",
    "run.cache-refused": "gklint：没有使用缓存：{path} 不是当前用户的，或者别人也能写。"
    "请删掉这个文件夹，或者加 --no-cache。",
    "run.alone": "有 {count} 份报告没有与上年对照，原因见该报告的“无法判断”。",
    "run.waiting": "—— 等待改动，Ctrl+C 结束 ——",
    # -- check --fix and --diff -----------------------------------------------------------------
    "run.nothing-to-mend": "没有 gklint 能改的；其余问题请按 gklint check 的提示修改。",
    "run.not-rewritable": "{count} 个文件没有改：Word、PDF 等文件 gklint 不改写，"
    "请按提示在原来的程序里修改。",
    "run.mended": "{path}：已改正 {count} 个问题（{codes}）。",
    "run.refused": "{path}{place}：{code} 有 {count} 个问题没有自动改："
    "改了会引起别的问题，请自己核对后再改。",
    "run.no-such-character": "{path}{place}：{code} 有 {count} 个问题没有自动改："
    "文件的编码（{coding}）里没有要用的字，请另存为 UTF-8 后再试。",
    "run.unsafe": "{path}：加上 --unsafe-fixes 还可以改正 {count} 个问题（{codes}），改后请核对。",
    "run.changed": "{path}：没有改：检查以后文件又有了改动，请再运行一次。",
    "run.damaged": "{path}：没有改：文件里有损坏的字符，改写会丢失内容；"
    "请先另存为 UTF-8，看过内容无误后再试。",
    "run.no-patch": "{path}：文件的编码是 {coding}，改动按 UTF-8 显示，不能用作补丁；要改请用 "
    "--fix。",
    "run.failed": "{path}：没有改：{reason}。原文件没有动。",
    "run.read-only": "文件是只读的，请先取消“只读”",
    "run.read-only-folder": "所在的文件夹不能写入",
    # -- annotate -------------------------------------------------------------------------------
    "run.annotated": "{output}：已加 {count} 条批注。",
    "run.annotated-clean": "{output}：没有发现问题，未加批注。",
    "run.annotated-clean-but": "{output}：没有其他问题（已接受或基线中已有的不算），未加批注。",
    "run.annotated-removed": "原有的 {count} 条 gklint 批注已去掉。",
    "run.annotated-left-out": "另有 {count} 条结果因批注过多没有写入。",
    "run.annotated-signed": "注意：原文件有数字签名，加批注后签名失效。",
    # -- extract --------------------------------------------------------------------------------
    "run.extracted": "{output}：写入 {count} 份报告的数据。",
    "run.extracted-but": "{output}：写入 {count} 个文件，其中 {errors} 个取不出数据，原因见上。",
    # -- accept ---------------------------------------------------------------------------------
    "run.accepted": "{path}：接受 {code}：{message}",
    "run.not-acceptable": "{path}：没有接受 {code}：规则集规定 {code} 不能接受。",
    "run.accepts-written": "{output}：写入 {count} 条。",
    "run.accepts-nothing": "没有可以接受的结果，{output} 没有改动。",
    "run.accept-not-found": "{path}：没有 {codes} 的问题，或者已经接受。",
    "run.accept-other-cell": "{path}：这一格没有 {codes} 的问题；--cell 可以写 {cells}。",
    "run.accept-no-cell": "{path}：{codes} 的问题不在单元格里，请不要写 --cell。",
    # -- baseline -------------------------------------------------------------------------------
    "run.baseline": "{path}：记下了 {files} 个文件的 {count} 条结果。"
    "以后用 --baseline {path} 检查，只列出新的。",
    "run.baseline-again": "{path}：记下了 {files} 个文件的 {count} 条结果，"
    "比原来多 {new} 条（+），少 {gone} 条（-）。",
    "run.baseline-same": "{path}：与 {files} 个文件现在的结果一致（{count} 条）。",
    "run.baseline-differs": "{path}：与 {files} 个文件现在的结果不同：没有记入的 {new} 条（+），"
    "已经没有的 {gone} 条（-）。核对后用 gklint baseline 重新生成。",
    "run.baseline-stale": "{path}：其中 {count} 条现在已经没有了；"
    "gklint baseline --check 列出是哪些，gklint baseline 重新生成后就去掉。",
}
