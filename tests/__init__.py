"""The tests, in storeys: unit (the rooms), cases (golden), site (one whole site), browser, and house (the code).

In them data is frozen in earnest, so that an assignment fails that no type checker has seen.
"""

from factbook.runtime import frozen

frozen.IN_EARNEST = True
