local m = {}
local keys = {}
for k = 0, 1000-1 do keys[k] = "key" .. k; m[keys[k]] = k end
local s = 0
local k = 0
for i = 0, 999999 do
  local w = keys[k]
  s = s + m[w]
  m[w] = i
  k = k + 1
  if k == 1000 then k = 0 end
end
print(s)
