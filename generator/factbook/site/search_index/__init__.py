"""Search: an edition's index of facts and pages, as small files of which a reader's browser loads the few it needs.

Made by the publisher when the hand-written pages are there too.
"""
