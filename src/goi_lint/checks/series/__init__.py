"""Checks that judge the reports of one body in several years."""
