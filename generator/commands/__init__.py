"""The commands, a page each: they call the pipeline, give what comes out to the report, and pick the exit status."""
