"""The keys of a configuration file: what they are for, and an example of a value."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "settings.all": "gklint 的设置",
    "settings.select": "只用这些规则：代码或前缀。空表示全部。",
    "settings.ignore": "不用这些规则：代码或前缀。与 select 冲突时，较长的前缀算数。",
    "settings.severity": "改变规则的级别：代码 = error、warning 或 info。",
    "settings.fail-on": "有此级别或更严重的问题时，退出码为 1。默认 error。",
    "settings.rules": "增加或覆盖规则的文件。相对路径从本文件所在的文件夹算起。",
    "settings.paths": "命令行没有给出路径时，检查这些文件和文件夹。",
    "settings.exclude": "不检查的文件和文件夹，写法同 .gitignore，但 ? 和 […] 是一个字，"
    "不是一个字节；在命令行给出的文件也不检查。",
    "settings.respect-gitignore": "在文件夹里查找时，跳过 .gitignore 忽略的文件。默认 true。",
    "settings.accept": "记录有意接受的问题及其理由的文件。",
    "settings.baseline": "基线文件：其中已有的问题不算新问题。",
    "settings.previous": "上年的报告：一个文件，或者文件夹，按机关和年份找出各自上年的报告来对照。",
    "settings.cache": "每个文件的结果存在用户的缓存文件夹里，没有改动的下次不用再查。默认 true。",
    "settings.scan": "页面是图片的，识别其中的文字（要装 gklint[scan]）。默认 true。",
    "settings.per-file-rules": "只对部分文件的设置：模式（写法同 .gitignore）= 含 select、ignore、"
    "severity 的表。",
    # -- examples -------------------------------------------------------------------------------
    "settings.example-select": '["GK3", "GK403"]',
    "settings.example-ignore": '["GK108"]',
    "settings.example-severity": '{{GK206 = "error"}}',
    "settings.example-fail-on": '"warning"',
    "settings.example-rules": '["本地规则.yaml"]',
    "settings.example-paths": '["年报"]',
    "settings.example-exclude": '["草稿/", "*.bak.docx"]',
    "settings.example-respect-gitignore": "false",
    "settings.example-accept": '"接受.toml"',
    "settings.example-baseline": '"基线.json"',
    "settings.example-previous": '"去年的年报"',
    "settings.example-cache": "false",
    "settings.example-scan": "false",
    "settings.example-per-file-rules": '{{"街道/*" = {{ignore = ["GK5"]}}}}',
}
