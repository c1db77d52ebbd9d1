"""Checks that judge the reports of several bodies together."""
