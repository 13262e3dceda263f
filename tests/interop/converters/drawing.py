"""Programs for libraries that draw what they are told to: code that draws ``blocks``.

In it, ``FONT`` is the file of a font, ``FACE`` that of the one to be used.
"""

from __future__ import annotations

_BLOCKS = """
import json
blocks = json.load(open(source, encoding='utf-8'))
def widths(rows):  # by what stands in one column
    most = [3] * max(cell[1] + cell[2] for row in rows for cell in row)
    for words, column, across, down in (cell for row in rows for cell in row):
        if across == 1:
            most[column] = max(most[column], min(len(words), 7 if down > 1 else 14))
    return [width / sum(most) for width in most]
"""

TYPST = (
    _BLOCKS
    + r"""
import os, typst
def text(words):
    return '#' + json.dumps(words, ensure_ascii=False)
lines = ['#set page(paper: "a4")', '#set text(font: "WenQuanYi Zen Hei", size: 9pt)']
for block in blocks:
    if len(block) == 2:
        lines.append('=' * block[0] + ' ' + text(block[1]) + '\n')
        continue
    columns = max(cell[1] + cell[2] for row in block[0] for cell in row)
    lines.append(f'#table(columns: {columns},')
    for row in block[0]:
        for words, column, across, down in row:
            lines.append(f'table.cell(colspan: {across}, rowspan: {down})[{text(words)}],')
    lines.append(')\n')
open(target + '.typ', 'w', encoding='utf-8').write('\n'.join(lines))
typst.compile(target + '.typ', output=target, font_paths=[os.path.dirname(FONT)])
"""
)

FPDF = (
    _BLOCKS
    + r"""
import sysconfig
from fpdf import FPDF
paper = FPDF()
paper.add_font('w', fname=FACE)
paper.set_font('w', size=8)
paper.add_page()
for block in blocks:
    if len(block) == 2:
        paper.set_font_size({1: 14, 2: 12}.get(block[0], 10))
        paper.multi_cell(0, 7, block[1], new_x='LMARGIN', new_y='NEXT')
        paper.set_font_size(8)
        continue
    if len(block[0]) > 9:
        paper.add_page()
    with paper.table(first_row_as_headings=False, num_heading_rows=0, line_height=4.5,
                     col_widths=widths(block[0]), LAYOUT) as table:
        for row in block[0]:
            line = table.row()
            for words, column, across, down in row:
                line.cell(words, colspan=across, rowspan=down)
paper.output(target)
"""
)
FPDF_LINES = FPDF.replace("LAYOUT", "borders_layout='HORIZONTAL_LINES'")
FPDF = FPDF.replace("LAYOUT", "")

PLATYPUS = (
    _BLOCKS
    + r"""
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table
pdfmetrics.registerFont(TTFont('w', FONT))
plain = ParagraphStyle('w', fontName='w', fontSize=11, leading=18, wordWrap='CJK')
small = ParagraphStyle('s', fontName='w', fontSize=8, leading=10, wordWrap='CJK')
story = []
def build(path):
    SimpleDocTemplate(path, pagesize=A4).build(story)
for block in blocks:
    if len(block) == 2:
        story.append(Paragraph(block[1], plain))
        continue
    columns = max(cell[1] + cell[2] for row in block[0] for cell in row)
    data = [[''] * columns for _ in block[0]]
    style = [('GRID', (0, 0), (-1, -1), 0.5, 'black'), ('VALIGN', (0, 0), (-1, -1), 'MIDDLE')]
    for number, row in enumerate(block[0]):
        for words, column, across, down in row:
            data[number][column] = Paragraph(words, small)
            end = (column + across - 1, number + down - 1)
            style.append(('SPAN', (column, number), end))
    if len(data) > 9:
        story.append(PageBreak())
    story.append(Table(data, style=style, colWidths=[450 * part for part in widths(block[0])]))
build(target)
"""
)

EASYOFD = r"""
import shutil
shutil.rmtree('test', ignore_errors=True)  # it leaves its files there, and then fails
from loguru import logger
logger.remove()
from easyofd.ofd import OFD
data = open(target + '.pdf', 'rb').read()
open(target, 'wb').write(OFD().pdf2ofd(data, optional_text=True))
"""
