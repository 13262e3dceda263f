"""``gklint web``: a page on which files are dropped, and come back checked.

``serve`` opens the socket; ``guard`` lets in who may come, and says what a browser may do; ``app``
has the addresses, which ``dropping``, ``taking`` and ``form`` answer; ``asking`` is what they have
in common, ``pages`` what they show; ``trays`` keeps what was dropped, for a while, in a private
folder; ``workers`` reads it, in other processes that may die of it.
"""
