"""What clerks and heads of office see and do."""
