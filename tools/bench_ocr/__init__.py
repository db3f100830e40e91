"""Benchmark of reading scans: this project, bare tesseract and OCRmyPDF on the same page images."""
