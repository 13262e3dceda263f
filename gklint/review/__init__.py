"""The reports of a county reviewed together: who may publish, who has to mend what, who is missing.

``reading`` checks each file in the pool, ``gathering`` compares them with one another, ``standing``
tells how each body stands, ``effects`` what other rules would say; ``sheets`` and ``letters`` write
that down, ``output`` keeps it in its folder.  Of two versions of one report, ``comparing`` tells
what changed, ``showing`` writes it.
"""
