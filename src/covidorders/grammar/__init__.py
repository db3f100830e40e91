"""The language of official documents below any stage: folding, dates, codes, labels."""
