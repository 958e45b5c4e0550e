"""Ground room: the words by which a sentence says *not*, *perhaps*, *rose* or *killed*, in each language."""
