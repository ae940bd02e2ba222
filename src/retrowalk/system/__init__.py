"""The computer around the program: folders, logs, locks and resources."""
