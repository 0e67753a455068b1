"""A product's folder and the values in it: reading with every fault named, saving without losing anything."""
