"""The version, in one place: the package's metadata are taken from here."""

VERSION = "0.1.0"
