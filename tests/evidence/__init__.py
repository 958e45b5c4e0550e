"""The proof: what the evidence rules catch, and what they let pass, in numbers."""
