"""Annotate: mentions go out to annotation tools, corrections come back as gold."""
