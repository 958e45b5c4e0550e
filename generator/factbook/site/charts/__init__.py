"""Site: charts of series: a list of who gave which figure and when, with a mark of each on one scale."""
