"""Site: the page of a series: its range, its chart, and the table behind it."""
