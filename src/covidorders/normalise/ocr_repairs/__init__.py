"""Repairs of recognised pages, only where the domain gives certainty; each stands in the plan with what was read.

Rules: `ocr-fixed-line`, `ocr-urgency`, `ocr-subject`, `ocr-number`, `ocr-day`, `ocr-name`, `ocr-authority`, `ocr-post`
(heading and signature), `ocr-code`, `ocr-label`, `ocr-tone`, `ocr-place`, `ocr-dash`, `ocr-speck`. What is known stands
in knowledge/ocr.toml. Digits are never changed into other digits: a number or day that cannot be one is left blank.
What each rule is worth is measured by tools/ocr_repair_accuracy.
"""

from covidorders.normalise.ocr_repairs.repair import repair_ocr

__all__ = ["repair_ocr"]
