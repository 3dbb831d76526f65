local m = {}
for k = 0, 100000-1 do m[k] = k end
local s = 0
local k = 0
for i = 0, 999999 do
  s = s + m[k]
  m[k] = i
  k = k + 1
  if k == 100000 then k = 0 end
end
print(s)
