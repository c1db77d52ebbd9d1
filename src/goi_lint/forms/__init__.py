"""The national forms as data: one YAML file each; their keys are the glossary."""
