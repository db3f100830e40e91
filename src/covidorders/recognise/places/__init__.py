"""Places: LOCATION mentions, from the word for their kind or from the gazetteer."""

from covidorders.recognise.places.find import find_places

__all__ = ["find_places"]
