"""A handful of journeys in a real browser, accessibility on every kind of page, and what a first visit weighs."""
