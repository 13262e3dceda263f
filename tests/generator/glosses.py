"""Latin glosses after traditional characters, as some mirrors leave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .traditional import traditional

if TYPE_CHECKING:
    from random import Random

_PINYIN = {
    "據": "jù", "規": "guī", "關": "guān", "發": "fā", "現": "xiàn", "統": "tǒng", "計": "jì",
    "數": "shù", "況": "kuàng", "動": "dòng", "務": "wù", "結": "jié", "機": "jī", "構": "gòu",
    "實": "shí", "際": "jì", "內": "nèi", "長": "zhǎng", "業": "yè", "創": "chuàng", "權": "quán",
    "轉": "zhuǎn", "復": "fù", "後": "hòu", "經": "jīng", "範": "fàn", "處": "chù", "續": "xù",
    "當": "dāng", "進": "jìn", "於": "yú", "區": "qū", "縣": "xiàn", "領": "lǐng", "導": "dǎo",
}  # fmt: skip


def glossed(text: str, rng: Random, share: float) -> str:
    """Traditional characters, a `share` of the glossable ones followed by their sound."""
    pieces = []
    for character in traditional(text):
        pieces.append(character)
        sound = _PINYIN.get(character)
        if sound and rng.random() < share:
            pieces.append(f"({sound})")
    return "".join(pieces)
