"""The language server: ``gklint lsp``.  Needs pygls (``pip install 'gklint[lsp]'``)."""
