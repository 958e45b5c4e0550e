"""What the data exports hold, read by the programs that others would read it with."""
