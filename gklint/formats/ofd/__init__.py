"""OFD (GB/T 33190), the national format of fixed pages: each page as it is drawn.

Names of elements and attributes are compared without regard to case and namespace, because
drafts of the standard and some programs have others.
"""
