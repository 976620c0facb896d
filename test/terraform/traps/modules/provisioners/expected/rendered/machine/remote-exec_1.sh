sudo mkdir -p /etc/kubernetes
sudo mv /home/core/name-0 /etc/kubernetes
