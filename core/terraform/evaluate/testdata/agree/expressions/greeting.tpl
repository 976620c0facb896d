Hello ${name}!
%{ for item in list ~}
* ${item}
%{ endfor ~}
