"""The reports of a county reviewed together: who may publish, who has to mend what, who is missing.

``reading`` checks each file in the pool, ``gathering`` compares them with one another, ``standing``
tells how each body stands; ``sheets``, ``letters`` write that down, ``folder`` keeps it.
"""
