"""The tests, in storeys: unit (the rooms), cases (golden), site (one whole site), browser, and house (the code)."""
