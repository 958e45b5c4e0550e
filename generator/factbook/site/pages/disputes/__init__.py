"""Site: where sources disagree: nothing is judged here, only set side by side."""
