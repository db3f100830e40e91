"""Ruling lines of tables, underlines and frames: found, and taken out without cutting the letters they touch."""

from __future__ import annotations

import cv2
import numpy

from covidorders.extract.ocr.engine import Gray
from covidorders.layout import Box

LONG = 4.5
"""A straight run of ink longer than so many x-heights is a rule, never a dash (an em dash has 2.2)."""
THIN = 0.45


def rule_mask(mask: Gray, unit: float) -> tuple[Gray, Gray]:
    """Return the horizontal and the vertical rules of an ink mask, each 255 where there is one."""
    length, thin = round(LONG * unit), max(3, round(THIN * unit))
    return _runs(mask, length, thin), _runs(mask.T, length, thin).T


def _runs(mask: Gray, length: int, thin: int) -> Gray:
    """Return long level runs, those of solid areas (thick bars, black borders) left out."""
    bridged = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, numpy.ones((3, 3), numpy.uint8))
    runs = cv2.morphologyEx(bridged, cv2.MORPH_OPEN, numpy.ones((1, length), numpy.uint8))
    thick = cv2.morphologyEx(runs, cv2.MORPH_OPEN, numpy.ones((thin + 1, 1), numpy.uint8))
    return numpy.asarray(cv2.bitwise_and(runs, cv2.bitwise_not(thick)), numpy.uint8)


def without_rules(mask: Gray, rules: tuple[Gray, Gray], unit: float) -> Gray:
    """Return the ink mask without its rules; strokes that cross a rule stay whole."""
    tall = max(4, round(0.5 * unit))
    for rule, across in ((rules[0], (tall, 1)), (rules[1], (1, tall))):
        if rule.any():
            strokes = cv2.morphologyEx(mask, cv2.MORPH_OPEN, numpy.ones(across, numpy.uint8))
            edge = cv2.dilate(rule, numpy.ones((3, 3), numpy.uint8))
            mask = numpy.asarray(cv2.subtract(mask, cv2.subtract(edge, strokes)), numpy.uint8)
    return mask


def rule_boxes(rules: tuple[Gray, Gray], scale: float) -> list[Box]:
    """Return the rules as thin boxes in points, `scale` being points per pixel."""
    boxes = []
    for rule in rules:
        if not rule.any():
            continue
        outlines, _ = cv2.findContours(rule, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for x, y, w, h in map(cv2.boundingRect, outlines):
            boxes.append(Box(x * scale, y * scale, (x + w) * scale, (y + h) * scale))
    return boxes
