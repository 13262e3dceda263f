"""``--help``: what commands and options are for.  A key is that of an option as it is typed."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- the frame ------------------------------------------------------------------------------
    "help.usage": "用法：",
    "help.arguments": "参数",
    "help.options": "选项",
    "help.commands": "命令",
    "help.gklint": "检查政府信息公开工作年度报告：结构、表格、勾稽关系、文字与数据是否一致。",
    "help.--help": "显示这段帮助",
    "help.--version": "显示版本号",
    # -- what stands for a value ----------------------------------------------------------------
    "help.command": "命令",
    "help.reason": "理由",
    "help.date": "日期",
    # -- several commands -----------------------------------------------------------------------
    "help.paths": "文件或文件夹",
    "help.--lang": "语言（默认 {default}）",
    "help.--rules": "增加或覆盖规则的文件",
    "help.--select": "只用这些规则（可用前缀，如 GK3）",
    "help.--ignore": "不用这些规则",
    "help.--severity": "改变规则的级别",
    "help.--config": "只用这个配置文件（默认向上找 gklint.toml）",
    "help.--isolated": "不读任何配置文件",
    "help.--accept": "接受文件：其中写明理由的结果不再列出",
    "help.--baseline": "基线文件：只列出其中没有的结果",
    "help.--previous": "上年的报告：一个文件，或者文件夹（按机关和年份找）",
    "help.--limit": "每个文件的限度：file、text（MB），pages、pieces、tables、depth、entries，"
    "seconds（秒），scans（识别的页数），pixels（百万像素）",
    "help.--no-scan": "不识别图片和扫描件里的文字",
    "help.--jobs": "进程数（默认：全部核心）",
    # -- compare --------------------------------------------------------------------------------
    "help.web": "打开一张网页，把年报拖上去检查",
    "help.--port": "端口（默认 {default}；0：随便一个空着的）",
    "help.--open": "同时打开浏览器",
    "help.--host": "让别的电脑也能打开：这台电脑在内网里的地址，要有 --password-file",
    "help.--name": "浏览器里用的别的名字，如反向代理的域名",
    "help.--password-file": "密码文件，内容是 --hash-password 的输出",
    "help.--hash-password": "问一个密码，输出它的散列值",
    "help.compare": "比较同一份年报的两个版本：哪些数字、哪些话改了，哪些问题已改、新增、仍有",
    "help.compare-old": "改前的文件",
    "help.compare-new": "改后的文件",
    "help.compare-format": "text、json、xlsx（默认 text）",
    # -- corpus ---------------------------------------------------------------------------------
    "help.corpus": "把成千上万份年报变成可以查询的表",
    "help.corpus-run": "检查成批的年报，写成表；再运行一次只做新的和变了的",
    "help.corpus-sources": "文件夹、文件、通配符、zip 或 tar 压缩包、清单（.csv、.parquet），或 "
    "s3:// 之类的地址",
    "help.corpus-output": "放表的文件夹",
    "help.corpus-scheduler": "用正在运行的 Dask 集群，而不是本机；例如 tcp://10.0.0.1:8786",
    "help.corpus-against": "另一套规则（.yaml；default 是自带的规则）：在 effects "
    "表里写明两套规则结果的不同",
    "help.corpus-timeout": "一份文件最多读多少秒（默认 %(default)s）",
    "help.corpus-again": "以前没能检查的文件也再试一次",
    "help.corpus-prune": "去掉已不在原处的文件的结果",
    "help.corpus-ask": "用 SQL 查询这些表，或看现成的视图",
    "help.corpus-folder": "gklint corpus run 写的文件夹",
    "help.corpus-sql": "一句查询，如 SELECT code, count(*) FROM findings GROUP BY code",
    "help.corpus-view": "现成的视图，代替 SQL：error_rates（各规则的出错率）等",
    "help.corpus-format": "text、csv、json、xlsx（默认 text）",
    "help.corpus-answer": "写进这个文件；格式看后缀",
    "help.corpus-picture": "再画成图（.svg 或 .png）：视图的图，或两三列的查询结果",
    "help.corpus-alike": "找出各机关、各年份之间几乎相同的正文",
    # -- review ---------------------------------------------------------------------------------
    "help.review": "审核一批年报：谁能发布、谁要改什么、谁没有交，写成工作簿和退回函",
    "help.--bodies": "机关名单：bodies.yaml，或第一张表有“机关、上级、曾用名、层级”的 xlsx",
    "help.--template": "退回函的模板（默认用自带的）",
    "help.review-until": "退回函里的期限，如 2026-01-20",
    "help.--against": "再用这些规则查一遍，列出多出和不再有的结果：default（自带的规则）或规则文件",
    "help.review-output": "放审核结果的文件夹",
    # -- check ----------------------------------------------------------------------------------
    "help.check": "检查报告",
    "help.check-paths": "文件或文件夹；- 为标准输入",
    "help.--stdin-filename": "标准输入的文件名",
    "help.--format": "{formats}（默认 text）；可多次给出",
    "help.--statistics": "屏幕上只列每条规则发现了多少，不列各条结果",
    "help.--fail-on": "达到此级别时退出码为1（默认 error）",
    "help.--fix": "改正可以安全改正的写法（不改数字的值）",
    "help.--diff": "只显示 --fix 会改什么，不改文件",
    "help.--unsafe-fixes": "与 --fix、--diff 合用：也改需要核对的写法",
    "help.--no-cache": "不用也不存结果的缓存",
    "help.--watch": "文件一有改动就重新检查，Ctrl+C 结束",
    "help.--show-settings": "只显示所用的配置",
    "help.--show-files": "只显示会检查哪些文件",
    # -- rule -----------------------------------------------------------------------------------
    "help.rule": "列出规则，或说明一条规则",
    "help.rule-code": "规则代码，如 GK303",
    # -- annotate -------------------------------------------------------------------------------
    "help.annotate": "把检查结果写成 Word 批注，另存一份",
    "help.annotate-path": "要检查的 Word 文件",
    "help.annotate-output": "带批注的副本",
    # -- extract --------------------------------------------------------------------------------
    "help.extract": "取出报告中的数据：表格、机关、年度、联系方式",
    "help.extract-format": "json、jsonl、csv 或 xlsx（默认按 -o 的后缀，否则 json）；"
    "csv 的表头写明 --lang zh 才是中文",
    "help.extract-output": "写入文件，不显示",
    # -- new ------------------------------------------------------------------------------------
    "help.new": "生成规定格式的空白年报（Word 文件），可填入数字",
    "help.new-output": "要写的 Word 文件；已有的文件不会被覆盖",
    "help.--numbers": "填入其中的数字：gklint extract 写的 .xlsx、.csv、.json，"
    "或与规定的表格排得一样的工作表；空着的合计会算好",
    "help.agency": "机关",
    "help.--agency": "标题中的机关名称；--numbers 有多份报告时，也用来指明是哪一份",
    "help.--year": "报告的年度，决定用哪一年起的格式（默认最新）",
    # -- anonymise ------------------------------------------------------------------------------
    "help.anonymise": "把文字换成编造的，另存一份：检查结果相同，可以发给别人看",
    "help.anonymise-path": "年报：文本、Markdown、网页或 .docx",
    "help.anonymise-output": "换过文字的副本",
    # -- accept ---------------------------------------------------------------------------------
    "help.accept": "写明理由，接受某些结果（记入接受文件）",
    "help.--code": "接受哪条规则的结果",
    "help.--reason": "为什么接受",
    "help.--until": "到哪一天为止，如 2026-12-31",
    "help.--cell": "只接受这一格的，如 granted.total（名称见 json）",
    # -- baseline -------------------------------------------------------------------------------
    "help.baseline": "把现有的结果记作基线，以后只列出新的",
    "help.--check": "不写，只与现有的基线对照：列出没有记入的和已经没有的，有不同时退出码为1",
    "help.baseline-output": "基线文件（默认用配置中的 baseline）",
    # -- lsp ------------------------------------------------------------------------------------
    "help.cache": "缓存：在哪里（dir），或者清空（clear）",
    "help.cache-what": "clear：清空；dir：缓存文件夹的路径",
    "help.lsp": "供编辑器使用的语言服务器（标准输入输出）",
    "help.lsp-lang": "语言（默认由编辑器指定，否则 {default}）",
    "help.--stdio": "有的编辑器会加上；不加也一样",
    # -- completion -----------------------------------------------------------------------------
    "help.completion": "输出命令行补全脚本",
    "help.completion-shell": "{shells}",
    "help.completion-more": "输出一个脚本，使 shell 能用 Tab 键补全 gklint 的命令、选项、"
    "取值和文件名。",
    "help.completion-install": """\
把脚本存到该 shell 会去找的地方，重新打开终端即可；gklint 升级后再做一次：

  bash（需装有 bash-completion）
    mkdir -p ~/.local/share/bash-completion/completions
    gklint completion bash > ~/.local/share/bash-completion/completions/gklint
  zsh（~/.zshrc 中在 compinit 之前加一行：fpath=(~/.zfunc $fpath)）
    mkdir -p ~/.zfunc
    gklint completion zsh > ~/.zfunc/_gklint
  fish
    mkdir -p ~/.config/fish/completions
    gklint completion fish > ~/.config/fish/completions/gklint.fish
  PowerShell（写在 $PROFILE 里）
    gklint completion powershell | Out-String | Invoke-Expression
""",
}
