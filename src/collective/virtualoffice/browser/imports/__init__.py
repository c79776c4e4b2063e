"""Services from files and into files, in the browser."""
