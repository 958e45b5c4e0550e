"""Tests of the house itself: who imports whom, what is documented, what may never be committed."""
