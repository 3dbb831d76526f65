local m = {}
for k = 0, 1000-1 do m[k*7919&0xfffff] = k end
local s = 0
local k = 0
for i = 0, 999999 do
  local h = k * 7919 & 0xfffff
  s = s + m[h]
  m[h] = i
  k = k + 1
  if k == 1000 then k = 0 end
end
print(s)
