"""What words say of a rule, and what a rule would say if it were another one."""
