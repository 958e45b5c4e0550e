"""Site: the page of a fact: the words behind it, how to cite it, where it is used."""
