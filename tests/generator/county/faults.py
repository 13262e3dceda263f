"""All kinds of faults of a county."""

from __future__ import annotations

from collections.abc import Mapping

from . import faults_files as files
from . import faults_numbers as numbers
from . import faults_texts as texts
from .planting import Fault, Stage

FAULTS: Mapping[str, Fault] = {
    "carried": Fault(Stage.NUMBERS, numbers.carried),
    "carried_before": Fault(Stage.LAST_YEAR, numbers.carried_before),
    "stock": Fault(Stage.NUMBERS, numbers.stock),
    "stock_before": Fault(Stage.LAST_YEAR, numbers.stock_before),
    "omitted": Fault(Stage.SUMS, numbers.omitted),
    "doubled": Fault(Stage.SUMS, numbers.doubled),
    "row_omitted": Fault(Stage.SUMS, numbers.row_omitted),
    "columns_swapped": Fault(Stage.SUMS, numbers.columns_swapped),
    "digit_dropped": Fault(Stage.SUMS, numbers.digit_dropped),
    "copied_from_last_year": Fault(Stage.WORDS, texts.copied_from_last_year),
    "copied_from_another": Fault(Stage.WORDS, texts.copied_from_another),
    "name_left_in": Fault(Stage.WORDS, texts.name_left_in),
    "handed_in_twice": Fault(Stage.FILES, files.handed_in_twice),
    "number_differs": Fault(Stage.FILES, files.number_differs),
    "sentence_differs": Fault(Stage.FILES, files.sentence_differs),
    "missing": Fault(Stage.FILES, files.missing),
    "unreadable": Fault(Stage.FILES, files.unreadable),
    "of_last_year": Fault(Stage.FILES, files.of_last_year),
    "former_name": Fault(Stage.FILES, files.former_name),
}
