"""What is written for contributors: fingerprints, citations, new records, a new site; behind `new` and its like."""
