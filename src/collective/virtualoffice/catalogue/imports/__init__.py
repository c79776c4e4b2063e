"""Services in files: from spreadsheets into the site, and back."""
