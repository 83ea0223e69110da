"""The commands, one file each; what they share stands beside this folder."""
