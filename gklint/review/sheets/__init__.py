"""The sheets of the workbook, a module each; ``book`` binds them, ``table`` draws them."""
