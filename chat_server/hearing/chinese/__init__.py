"""Chinese as it is written in Taiwan; the commonest simplified forms are understood too."""
