"""Marks of light markup."""

from __future__ import annotations

import pytest

from gklint.text.markup import without_markup

PLAIN = "标题\n一、总体情况\n规章 | 0 |\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "> 标题\r\n>\n > > 甲 > 乙\n>***\n>|0|\n",
            f"  标题\r\n \n{' ' * 5}甲 > 乙\n    \n |0|\n",
        ),
        (
            "***\n标题\n---\r\n- - -\n甲\n _ _ _ _\n\\*\\*\\*\n* **",
            f"   \n标题\n   \r\n{' ' * 5}\n甲\n{' ' * 8}\n{' ' * 6}\n{' ' * 4}",
        ),
        ("甲\n__一、乙丙__ \n## __丙丁戊己__\r\n", "甲\n  一、乙丙   \n##   丙丁戊己  \r\n"),
        (
            "甲__5__件、_6_件，___7___起，__一是乙。__丙：__丁戊__\n__1.5__万元",
            "甲  5  件、 6 件，   7   起，  一是乙。  丙：  丁戊  \n  1.5  万元",
        ),
        (
            "|__甲__| __乙 丙__ |_丁_|___戊___|\n_己。_\r\n1. __庚__ **_辛_**\n",
            "|  甲  |   乙 丙   | 丁 |   戊   |\n 己。 \r\n1.   庚   ** 辛 **\n",
        ),
        ("<u>甲</u>\n<FONT size=3>乙</FONT>\n", "   甲    \n             乙       \n"),
        (
            '## <a id="_Toc1"></a>甲\n<a name="乙"/>乙<A HREF="#c">丙</A>\n',
            f"##{' ' * 19}甲\n{' ' * 13}乙{' ' * 13}丙    \n",
        ),
        (
            '甲\n> # [标题](http://甲.cn/a_(b))\n## **[一、](<#c d> "丙")**[丁][e] [](#f)#\r\n',
            f"甲\n  #  标题{' ' * 20}\n## ** 一、{' ' * 13}** 丁{' ' * 11}#\r\n",
        ),
        ("= 甲\n\n== 一、乙\n=\n", "  甲\n\n   一、乙\n=\n"),
        ("====== 甲 ======\n\n===== 乙 =====\n", "       甲       \n\n      乙      \n"),
        ("甲\n=== 乙 ===\r\n", "甲\n    乙    \r\n"),
        (
            '[cols=",,",]\n|===\n3+|甲\n.2+|乙 2.3+^.^|丙\n|1 |+2|\n^|0 >.^|1 2^|\n|===\n',
            "            \n    \n  |甲\n   |乙        |丙\n|1 |+2|\n |0    |1 2^|\n    \n",
        ),
        (
            '<span id="甲"></span>\n\n{| class="wikitable"\n|-\n| colspan="2"| 甲\n| 乙\n|}\n',
            f"{' ' * 20}\n\n{' ' * 20}\n  \n|{' ' * 13} 甲\n| 乙\n  \n",
        ),
        ("h1(#甲). 甲\n\nh2. 乙\np. 丙 0431&#45;8\n", "        甲\n\n    乙\n   丙 0431  -  8\n"),
        (
            "\nh2. 甲\n|=. 乙|\\2. 丙|=/3. 丁|=.|_. 1|\n",
            "\n    甲\n|   乙|    丙|     丁|=.|   1|\n",
        ),
        ('甲\n{#乙}\n## 乙\n{border="1"}\n{丙}\n', f"甲\n    \n## 乙\n{' ' * 12}\n{{丙}}\n"),
        ("甲\n# 乙 {#丙 .丁}\n戊 {己}\n", f"甲\n# 乙{' ' * 8}\n戊 {{己}}\n"),
        (
            "* 甲\n:PROPERTIES:\n:CUSTOM_ID: 甲\n:END:\n乙:丙\n",
            f"* 甲\n{' ' * 12}\n{' ' * 13}\n{' ' * 5}\n乙:丙\n",
        ),
        ("甲\n^规章^  ^\n|行政^2|0|\n^甲\n", "甲\n|规章|  |\n|行政^2|0|\n^甲\n"),
    ],
    ids=[
        "quotations",
        "rules",
        "strong",
        "strong within a line",
        "strong cells",
        "tags",
        "anchors",
        "links",
        "AsciiDoc",
        "DokuWiki",
        "on one line",
        "cells",
        "MediaWiki",
        "Textile",
        "cells of Textile",
        "Djot",
        "heading of Markdown",
        "Org",
        "header",
    ],
)
def test_marks_become_blanks_or_bars(text: str, expected: str) -> None:
    assert expected == without_markup(text)
    assert len(text) == len(expected)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "标题\n====\n一、总体情况\n--\n",
        "甲\n***乙\n- - 丙\n*-*\n---|---\n-\t-\t-\n-  -  -\n____：___\n|___|\n—— ——\n",
        "甲 == 乙\n",
        "{甲}\n{| 乙",
        "甲\nh2o 是水。\n",
        "甲\n__年__月__日\n__件__\n共__\n____乙丙丁____\n",
        "收到__件，办结__件，于__年__月__日\n__县__局\n20__年__月\n人：__，电话：__\n",
        "__ 5 __件，_甲_乙_丙，|____|__|甲 _|\n____甲乙____丙__\n",
        "报告_甲县_政府网\na_b_@c.cn，http://a/__b__/_5_/c__d__e__\n甲__乙\n丙__丁\n",
        "- [一、甲](#a)\n#[乙](c)\n# ![丙](d.png) [丁] (戊)\n[己](mailto:a@b.cn)\n",
        "甲</乙>\n1</2\n<a href='mailto:a@b.cn'>丙\n",
        "甲 > 乙\n<td\n>1</td\n>\n    > 丙\n",
        "甲\n^2 与 3\n乙 3+|\n",
    ],
)
def test_other_text_stays(text: str) -> None:
    assert text == without_markup(text)
