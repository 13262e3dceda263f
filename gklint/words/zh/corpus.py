"""What is said of corpora: what goes wrong with them, and what a run came to."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- a run -----------------------------------------------------------------------------------
    "corpus.said-done": "共 {found} 份文件：检查 {read} 份，{fresh} 份没有变动。结果在 {output}",
    "corpus.said-failed": "有 {count} 份没能当作年报检查，原因见 failures 表",
    "corpus.said-doubled": "有 {count} 份重复列出，只算一次",
    "corpus.said-others": "有 {count} 个文件的类型不能检查，已跳过",
    "corpus.said-gone": "有 {count} 份以前检查过的文件已不在原处，结果仍保留；要去掉，请加选项 "
    "--prune",
    "corpus.dashboard": "进度页面：{address}",
    # -- files -----------------------------------------------------------------------------------
    "corpus.slow": "等了 {seconds} 秒还没有读完，已放弃；可用选项 --timeout 放宽，并加 --again "
    "重试",
    "corpus.died": "检查这个文件时程序一再被迫中止（多半是内存不够），已放弃；请单独检查它",
    "corpus.no-address": "清单第 {line} 行没有写地址（address）",
    "corpus.upwards": "压缩包里这个文件的路径指向包外，不予读取；请重新打包",
    "corpus.archive-in-archive": "这是压缩包里的压缩包，不能直接读取；请先解压里面的一层",
    "corpus.broken-archive": "压缩包打不开，可能没有下载完整（{error}）；请重新下载或重新打包",
    # -- sources ---------------------------------------------------------------------------------
    "corpus.no-command": "请写明要做什么：gklint corpus run 检查成批的年报，gklint corpus ask "
    "查询结果",
    "corpus.glob-empty": "“{source}”没有对应任何文件；请核对地址或通配符",
    "corpus.nothing": "没有可以检查的文件：{sources}（能检查 {kinds}，以及 zip、tar 压缩包里的；"
    "另有 {count} 个文件是别的类型）",
    "corpus.no-system": "打不开“{source}”：{error}；请核对地址、网络和访问密钥"
    "（s3:// 还要装 s3fs）",
    "corpus.manifest-damaged": "清单 {path} 读不了：{error}；请另存为 CSV（UTF-8）再试",
    "corpus.manifest-empty": "清单 {path} 是空的；第一行要写各列的名称，其中有“{column}”",
    "corpus.manifest-heads": "清单 {path} 里没有“{column}”这一列，只有：{found}；"
    "请把写地址的一列改名为“{column}”",
    # -- the folder of tables --------------------------------------------------------------------
    "corpus.not-ours": "{path} 里已有别的东西；请用 -o 指定一个新的或由 gklint corpus run "
    "写过的文件夹",
    "corpus.other-schema": "{path} 是第 {found} 版的表，本版 gklint 用第 {own} 版；请用 -o "
    "指定新的文件夹重新检查",
    "corpus.damaged": "{path} 已损坏；请用 -o 指定新的文件夹重新检查",
    "corpus.damaged-part": "{path} 已损坏或已不在；请删除它，再用原来的来源运行一次 "
    "gklint corpus run，只有与它有关的年报会重新检查",
    "corpus.busy": "另一个 gklint corpus 命令正在往 {path} 里写；请等它结束",
    # -- the engine ------------------------------------------------------------------------------
    "corpus.no-process": "启动不了检查用的进程；请看内存是否够用，gklint 是否装好",
    "corpus.other-rules": "工作节点上的规则文件与这里的不同；请在各节点的同一路径放同样的文件",
    "corpus.no-scheduler": "连不上调度器 {address}；请核对地址，并确认它在运行",
    "corpus.no-workers": "调度器 {address} 那里没有工作节点；请先启动至少一个",
    "corpus.without-gklint": "调度器 {address} 或它的工作节点没有装 gklint，或版本太旧；"
    "请都装上同一版本",
    "corpus.other-version": "{where} 上的 gklint 是 {found} 版，这里是 {own} 版；请都装同一版本",
    "corpus.part-failed": "工作节点出错：{error}；已完成的部分都已保存，"
    "排除原因后再运行一次会接着做",
    "corpus.scheduler-lost": "与调度器 {address} 的连接断了；已完成的部分都已保存，"
    "再运行一次会接着做",
    # -- questions -------------------------------------------------------------------------------
    "corpus.no-corpus": "{path} 不是 gklint corpus run 写的文件夹；请核对路径，或先运行它",
    "corpus.empty": "{path} 里还没有任何结果；请先让 gklint corpus run 做完",
    "corpus.no-question": "请写一句 SQL，或用 --view 指定一个现成的视图：{known}（只能写一样）",
    "corpus.no-view": "没有叫 {found} 的视图；现成的有：{known}",
    "corpus.wrong-sql": "SQL 有误：{error}",
    "corpus.only-questions": "只能写一句查询（SELECT …），不能改表，也不能写几句",
    "corpus.only-tables": "只能查询这批年报的表，不能读写别的文件，也不能改设置",
    "corpus.no-alike": "还没有比较过正文；请先运行 gklint corpus alike {path}",
    "corpus.outdated": "上次比较正文以后年报有变动，下面的结果不含这些变动；请再运行 "
    "gklint corpus alike {path}",
    "corpus.too-many-rows": "一张工作表最多放 {count} 行；请加条件，或用 -o 写成 .csv",
    "corpus.no-rows": "没有符合的行",
    "corpus.rows-left": "还有 {count} 行没有显示；用 -o 写进 .csv、.json 或 .xlsx 文件可得全部",
    "corpus.more-rows-left": "还有超过 {count} 行没有显示；用 -o 写进 .csv 或 .json 文件可得全部",
    "corpus.no-picture": "画图要两列或三列：名称、（分类、）数字；请改写查询，或用 --view",
    "corpus.too-many-bars": "一张图最多画 {most} 个名称；请加 LIMIT，或先汇总",
    "corpus.nothing-to-draw": "没有符合的行，没有可画的",
    "corpus.no-font": "没有一种字体能写出图里的全部文字（如 Noto Sans CJK SC），画不了 PNG；"
    "请安装中文字体，或改用 .svg",
    # -- likeness --------------------------------------------------------------------------------
    "corpus.said-alike": "比较了 {reports} 份年报的正文：{pairs} 对几乎相同，连成 {groups} 组；"
    "见视图 near_duplicates",
    "corpus.said-alike-fresh": "上次比较正文以后没有变动",
    "corpus.workers-died": "比较正文时工作进程一再被迫中止，多半是内存不够；请减少 --jobs 再试",
}
