"""What is known beforehand: postcodes, area codes, the names of places. Data are loaded when first asked."""
