"""Cases of a rule pack: a faultless report, a change, and the complete list of what must then be found."""
