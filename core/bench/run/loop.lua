local s = 0
for i = 0, 3000000-1 do s = s + (i ~ (s >> 3)) end
print(s)
