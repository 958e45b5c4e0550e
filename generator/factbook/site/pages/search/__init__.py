"""Site: the page of the search; its index is made in `search_index`."""
